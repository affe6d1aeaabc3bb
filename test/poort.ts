// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';

/** A port on the loopback address that nobody listens on now. */
export function vrijePoort(): Promise<number> {
  return new Promise((klaar, mis) => {
    const s = createServer();
    s.on('error', mis);
    s.listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number };
      s.close(() => klaar(port));
    });
  });
}
