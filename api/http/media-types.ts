/** What the schemas of answers cannot say: which of an answer's formats is JSON, and that refusals are problems. */

interface Media {
  schema?: unknown;
}
interface Answer {
  content?: Record<string, Media>;
}
type Calls = Record<string, Record<string, { readonly responses?: Record<string, Answer> }>>;

/** The paths of an OpenAPI document with each content under its own type. */
export function withMediaTypes<Document extends { readonly paths?: unknown }>(document: Document): Document {
  for (const call of Object.values((document.paths ?? {}) as Calls).flatMap((path) => Object.values(path))) {
    for (const [status, answer] of Object.entries(call.responses ?? {})) {
      if (answer.content !== undefined) answer.content = contentOf(status, answer.content);
    }
  }
  return document;
}

function contentOf(status: string, content: Record<string, Media>): Record<string, Media> {
  const [first] = Object.values(content);
  // A refusal comes as a problem, whatever the answer would have come as.
  if (/^[45]XX$/i.test(status) && first !== undefined) return { 'application/problem+json': first };
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      type === 'application/json' ? media : { schema: rawOf(type) },
    ]),
  );
}

const rawOf = (type: string) =>
  type.startsWith('text/') ? { type: 'string' } : { type: 'string', contentMediaType: type, format: 'binary' };
