// SPDX-License-Identifier: EUPL-1.2
// The processing log as OpenTelemetry spans (OTLP 1.x over HTTP, JSON): pure. Logboek Dataverwerkingen has the shape of a span.

/** A row of the processing log as the database gives it in JSON. */
export interface LogRecord {
  trace_id: string;
  span_id: string;
  parent_span_id: string | null;
  status_code: number;
  name: string;
  start_time: string;
  end_time: string;
  foreign_operation: { trace_id: string; span_id: string } | null;
  processing_activity_id: string;
  data_subject_id: string | null;
  data_subject_id_type: string | null;
  medewerker_id: string | null;
  organisatie_id: string | null;
  functie: string;
  namens: string;
  doel: string;
  casus_id: string | null;
  getoond_in?: string[] | null;
  categorieen: string[];
  noodknop: boolean;
  beleidsversie: string;
}

type Waarde = { stringValue: string } | { boolValue: boolean } | { arrayValue: { values: Waarde[] } };

/** Nanoseconds since 1970, as OTLP wants them: a number too large for JSON, so text. */
function nano(moment: string): string {
  return `${new Date(moment).getTime()}000000`;
}

function attributen(paren: Readonly<Record<string, string | boolean | readonly string[] | null>>) {
  return Object.entries(paren).flatMap(([key, w]) => {
    if (w === null) return [];
    const value: Waarde =
      typeof w === 'string'
        ? { stringValue: w }
        : typeof w === 'boolean'
          ? { boolValue: w }
          : { arrayValue: { values: w.map((stringValue) => ({ stringValue })) } };
    return [{ key, value }];
  });
}

/**
 * One export request. Names of attributes: `dpl.core.…` as Logboek Dataverwerkingen has them, `houvast.…` for what NEN 7513 asks
 * besides (function, on whose behalf, purpose, noodknop).
 */
export function alsOtlp(records: readonly LogRecord[], regioId: string): Record<string, unknown> {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributen({ 'service.name': 'houvast', 'houvast.regio': regioId }) },
        scopeSpans: [
          {
            scope: { name: 'logboek-dataverwerkingen' },
            spans: records.map((r) => ({
              traceId: r.trace_id,
              spanId: r.span_id,
              ...(r.parent_span_id ? { parentSpanId: r.parent_span_id } : {}),
              name: r.name,
              // SPAN_KIND_INTERNAL
              kind: 1,
              startTimeUnixNano: nano(r.start_time),
              endTimeUnixNano: nano(r.end_time),
              attributes: attributen({
                'dpl.core.processing_activity_id': r.processing_activity_id,
                'dpl.core.data_subject_id': r.data_subject_id,
                'dpl.core.data_subject_id_type': r.data_subject_id_type,
                'houvast.medewerker': r.medewerker_id,
                'houvast.organisatie': r.organisatie_id,
                'houvast.functie': r.functie,
                'houvast.namens': r.namens,
                'houvast.doel': r.doel,
                'houvast.casus': r.casus_id,
                'houvast.getoond_in': r.getoond_in ?? null,
                'houvast.categorieen': r.categorieen,
                'houvast.noodknop': r.noodknop,
                'houvast.beleidsversie': r.beleidsversie,
              }),
              ...(r.foreign_operation
                ? {
                    links: [{ traceId: r.foreign_operation.trace_id, spanId: r.foreign_operation.span_id }],
                  }
                : {}),
              status: { code: r.status_code },
            })),
          },
        ],
      },
    ],
  };
}
