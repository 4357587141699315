/** The description of the API, made from the schemas that judge its requests, and a page to read it on. */

import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod';
import { hourmatchVersion } from '../../src/index.ts';
import { withAccess } from '../access/described.ts';
import type { TypedApp } from '../routes/route.ts';
import { SCENARIO_COMPONENT, scenarioComponent } from '../schemas/scenario.ts';
import { withReachedComponents } from './components.ts';
import { withMediaTypes } from './media-types.ts';

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
      security: [{ bearer: [] }],
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A key or a token of the issuer.' } },
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
