import { z } from 'zod';
import { createGateway } from './create-gateway.ts';
import { frontPage } from './front-page.ts';

const environment = z
  .object({
    PORT: z.coerce.number().int(),
    HOST: z.string().default('127.0.0.1'),
    /** JSON: where each service listens, by its name. */
    UPSTREAMS: z.string().transform((text) => z.record(z.string(), z.url()).parse(JSON.parse(text))),
    ISSUER: z.url(),
    COUNTY: z.string(),
  })
  .parse(process.env);

const gateway = await createGateway({
  upstreams: environment.UPSTREAMS,
  frontPage: frontPage({ county: environment.COUNTY, issuer: environment.ISSUER }),
});
await gateway.listen({ port: environment.PORT, host: environment.HOST });
console.log(`gateway on port ${environment.PORT}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void gateway.close().then(() => process.exit(0)));
