import type { StackFile } from '@yigongti/tool-local';
import { Office, type OfficeContext } from './office.ts';

/** The systems of the county's institutions and offices, by client id: an institution's code, or `bureau`, `insurance` and so on. */
export class Offices {
  readonly #offices = new Map<string, Office>();

  constructor(
    private readonly clients: StackFile['clients'],
    private readonly context: OfficeContext,
  ) {}

  of(clientId: string): Office {
    const known = this.#offices.get(clientId);
    if (known) return known;
    const client = this.clients.find((candidate) => candidate.clientId === clientId);
    if (!client) throw new Error(`the stack has no client "${clientId}": was it started for another county?`);
    const office = new Office(client, this.context);
    this.#offices.set(clientId, office);
    return office;
  }
}
