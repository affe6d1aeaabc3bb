// SPDX-License-Identifier: EUPL-1.2
// Fastify compiles every schema of every route before it listens. We compile one when it is first used: most of a server's routes are
// not asked for in its first minute, and every route has eight problems of one shape.
import ajvCompiler from '@fastify/ajv-compiler';
import serializerCompiler from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

type Fabriek = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;
type Keurder = ((gegevens: unknown) => unknown) & { errors?: unknown };
type Schrijver = (gegevens: unknown) => string;
interface Route {
  schema: unknown;
}
/** What the two libraries and fastify agree on; their own types each name more than the other. */
type Bouw<F> = (schemas: unknown, opties: unknown) => (route: Route) => F;

/** Makes the compilers that wait until a schema is used. */
export function luieVormen(): Fabriek {
  const maakKeurder = ajvCompiler() as unknown as Bouw<Keurder>;
  const maakSchrijver = serializerCompiler() as unknown as Bouw<Schrijver>;
  const buildValidator: Bouw<Keurder> = (schemas, opties) => {
    const maak = maakKeurder(schemas, opties);
    return (route) => {
      let echt: Keurder | undefined;
      const lui: Keurder = (gegevens) => {
        echt ??= maak(route);
        const goed = echt(gegevens);
        // where fastify looks for what was wrong
        lui.errors = echt.errors;
        return goed;
      };
      return lui;
    };
  };
  const buildSerializer: Bouw<Schrijver> = (schemas, opties) => {
    const maak = maakSchrijver(schemas, opties);
    const gedeeld = new Map<string, Schrijver>();
    return (route) => {
      let echt: Schrijver | undefined;
      return (gegevens) => {
        if (!echt) {
          // the same shape is compiled once: the problems of every route
          const sleutel = JSON.stringify(route.schema);
          echt = gedeeld.get(sleutel) ?? maak({ ...route, schema: leegAlsNullable(route.schema) });
          gedeeld.set(sleutel, echt);
        }
        return echt(gegevens);
      };
    };
  };
  return { buildValidator, buildSerializer } as unknown as Fabriek;
}

/**
 * The same schema for the serializer, with "this or null" (`Leeg`) as one shape that may be null. Of two shapes in `anyOf` the library finds
 * the right one by validating the value against each, at every answer, with a validator compiled for each place: for a null that is known
 * without asking.
 */
function leegAlsNullable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(leegAlsNullable);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, ...rest } = schema as { anyOf?: { type?: unknown }[] };
  const vormen = anyOf?.filter((vorm) => vorm.type !== 'null');
  if (anyOf?.length === 2 && vormen?.length === 1) return { ...rest, ...alles(vormen[0]), nullable: true };
  return alles(schema);
}

function alles(schema: object | undefined): object {
  return Object.fromEntries(
    Object.entries(schema ?? {}).map(([sleutel, deel]) => [sleutel, leegAlsNullable(deel)]),
  );
}
