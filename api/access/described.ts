/** What the OpenAPI document says of access: the scope that each call needs, or that it needs none. */

import { needOf } from './scopes.ts';

interface Call {
  description?: string;
  security?: readonly object[];
}

export function withAccess<Document extends { readonly paths?: unknown }>(document: Document): Document {
  for (const [path, calls] of Object.entries((document.paths ?? {}) as Record<string, Record<string, Call>>)) {
    for (const [method, call] of Object.entries(calls)) {
      const need = needOf(method.toUpperCase(), path);
      if (need === 'nothing') call.security = [];
      else
        call.description = [call.description, `Scope: ${need === 'operator' ? 'admin' : need}.`]
          .filter(Boolean)
          .join(' ');
    }
  }
  return document;
}
