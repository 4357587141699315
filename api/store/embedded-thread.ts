/** PGlite on a thread of its own: each of its statements is one long call, and a process that answers requests has none. */

import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { Asked, Told } from './embedded-client.ts';
import { keepUp } from './embedded-upkeep.ts';

const { rows } = workerData as { readonly rows: string };
const port = parentPort!;
const tell = (told: Told) => port.postMessage(told);

const pglite = await PGlite.create({
  dataDir: rows,
  // -F is fsync off: an answered request must survive a power cut.
  startParams: [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'shared_buffers=16MB'],
  parsers: { [types.INT8]: Number },
});
const stopUpkeep = keepUp(pglite);

async function answerTo(asked: Asked): Promise<unknown> {
  switch (asked.kind) {
    case 'query':
      return pglite.query(asked.text, asked.values ? [...asked.values] : [], { rowMode: 'object' });
    case 'exec':
      return pglite.exec(asked.text);
    case 'listen':
      return void (await pglite.listen(asked.text, (payload) =>
        tell({ kind: 'notice', channel: asked.text, payload }),
      ));
    case 'close':
      stopUpkeep();
      return pglite.close();
    default: {
      const never: never = asked;
      throw new TypeError(`unknown request ${String(never)}`);
    }
  }
}

port.on('message', async (asked: Asked) => {
  try {
    tell({ kind: 'answer', id: asked.id, answer: await answerTo(asked) });
  } catch (error) {
    // Its fields are what it is judged by; between threads an error keeps none of them.
    const { message, stack } = error as Error;
    tell({ kind: 'failure', id: asked.id, failure: { ...(error as object), message, stack } });
  }
});
tell({ kind: 'open' });
