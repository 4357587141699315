/** The OpenAPI document, made from the schemas that judge requests and what these cannot say, and a page to read it on. */

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod';
import { hourmatchVersion } from '../../src/results/document/hourmatch-version.ts';
import { needOf } from '../access/scopes.ts';
import type { TypedApp } from '../routes/route.ts';
import { SCENARIO_COMPONENT, scenarioComponent } from '../schemas/scenario.ts';

/** The page needs nothing from elsewhere, and is reached over plain HTTP on this machine. */
const PAGE_POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ');

export async function addDocumentation(app: TypedApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'hourmatch',
        version: hourmatchVersion,
        description: 'Plans how an AI data centre runs on renewable energy in every hour of the year.',
      },
      security: [{ bearer: [] }, { session: [] }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'A key or a token of the issuer.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'hourmatch',
            description: 'Of a person, for pages of this server.',
          },
        },
        schemas: { [SCENARIO_COMPONENT]: scenarioComponent() as never },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      withAccess(withReachedComponents(withMediaTypes(jsonSchemaTransformObject(document)))) as never,
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: () => PAGE_POLICY,
    // Asked for a verdict it would tell another site where this server is.
    uiConfig: { validatorUrl: null },
  });
  app.get('/openapi.json', { schema: { hide: true } as never }, async () => app.swagger());
}

interface Media {
  schema?: unknown;
}

interface Answer {
  content?: Record<string, Media>;
}

interface Call {
  description?: string;
  security?: readonly object[];
  readonly responses?: Readonly<Record<string, Answer>>;
}

interface Described {
  readonly paths?: unknown;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const callsOf = ({ paths }: Described) =>
  Object.entries((paths ?? {}) as Readonly<Record<string, Readonly<Record<string, Call>>>>).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => ({ path, method: method.toUpperCase(), call })),
  );

/** Which of an answer's formats is JSON, and that refusals are problems: the schemas of answers cannot say it. */
function withMediaTypes(document: Described): Described {
  for (const { call } of callsOf(document)) {
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
  /^text\/|yaml$/.test(type) ? { type: 'string' } : { type: 'string', contentMediaType: type, format: 'binary' };

const reference = /"\$ref":"#\/components\/schemas\/([^"]+)"/g;

/**
 * Only the components that calls reach. Each schema is written down once as it is read and once as it is answered; a
 * client that is generated from both would have two types of everything.
 */
function withReachedComponents(document: Described): Described {
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

/** The scope that each call needs, or that it needs none. */
function withAccess(document: Described): Described {
  for (const { path, method, call } of callsOf(document)) {
    const need = needOf(method, path);
    const scope = need === 'operator' ? 'admin' : need;
    if (need === 'nothing') call.security = [];
    else call.description = [call.description, `Scope: ${scope}.`].filter(Boolean).join(' ');
  }
  return document;
}
