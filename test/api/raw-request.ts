/** Bytes to a server as they are, which no client that knows HTTP would send. */

import { once } from 'node:events';
import { connect } from 'node:net';

/** All that the server answers until it closes. Pieces are sent as fast as it reads, and no more once it has closed. */
export async function sendRaw(
  port: number,
  pieces: Iterable<string | Buffer>,
): Promise<{ text: string; sent: number }> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let sent = 0;
  let isClosed = false;
  socket.setEncoding('latin1').on('data', (piece: string) => {
    text += piece;
  });
  // A server that refuses while we still send resets the connection: that is an answer too.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      isClosed = true;
      resolve();
    });
  });
  await once(socket, 'connect');
  for (const piece of pieces) {
    if (isClosed || socket.destroyed || text !== '') break;
    sent += piece.length;
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
  const patience = setTimeout(() => socket.destroy(), 15_000);
  await closed;
  clearTimeout(patience);
  return { text, sent };
}

export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => Number(code));
