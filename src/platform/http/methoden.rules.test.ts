// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { maakMethoden } from './methoden.ts';

it('knows the methods of an address by its routes, whatever stands at an id', () => {
  const m = maakMethoden();
  m.noteer('GET', '/api/v1/casussen/:id');
  m.noteer(['PUT', 'DELETE'], '/api/v1/casussen/:id');
  m.noteer('POST', '/api/v1/casussen/_zoek');
  m.noteer('GET', '/api/v1/openapi.json');
  expect(m.van('/api/v1/casussen/bestaat-niet')).toEqual(['DELETE', 'GET', 'PUT']);
  // an address that two routes fit
  expect(m.van('/api/v1/casussen/_zoek')).toEqual(['DELETE', 'GET', 'POST', 'PUT']);
  for (const pad of ['/api/v1/casussen', '/api/v1/casussen/', '/api/v1/casussen/1/2', '/api/v1/openapiXjson'])
    expect(m.van(pad), pad).toEqual([]);
});
