import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';
import { createIssuer } from './create-issuer.ts';
import { issuerFileSchema } from './local-client.ts';
import { RegisteredClients } from './registered-clients.ts';

const environment = z
  .object({
    PORT: z.coerce.number().int(),
    HOST: z.string().default('127.0.0.1'),
    /** The URL by which services and clients reach this program. */
    ISSUER: z.url(),
    AUDIENCE: z.string().default('yigongti'),
    /** Path of a JSON file with `keys` and `clients`. */
    ISSUER_FILE: z.string(),
    /** Path of the file with the clients that an operator registered: read at every request for a token. */
    REGISTERED_CLIENTS_FILE: z.string(),
  })
  .parse(process.env);

const file = issuerFileSchema.parse(JSON.parse(readFileSync(environment.ISSUER_FILE, 'utf8')));
const issuer = createIssuer({
  issuer: environment.ISSUER,
  audience: environment.AUDIENCE,
  registered: new RegisteredClients(environment.REGISTERED_CLIENTS_FILE),
  ...file,
});
issuer.on('server_error', (_context, error) => console.error(error));

const server = createServer(issuer.callback());
server.listen(environment.PORT, environment.HOST, () => console.log(`issuer ${environment.ISSUER}`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
