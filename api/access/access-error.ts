/** The server may not be opened as it was asked to be; the message says what to do. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}
