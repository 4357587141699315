/**
 * The components of an OpenAPI document that its calls reach. Each schema is written down once as it is read and once as
 * it is answered; a client that is generated from both would have two types of everything.
 */

interface Described {
  readonly paths?: unknown;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

export function withReachedComponents<Document extends Described>(document: Document): Document {
  const schemas = document.components?.schemas ?? {};
  const reached = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(reference)) {
      if (reached.has(name!)) continue;
      reached.add(name!);
      visit(schemas[name!]);
    }
  };
  visit(document.paths ?? {});
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
  return { ...document, components: { ...document.components, schemas: kept } };
}
