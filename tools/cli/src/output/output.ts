/** Where results go: one JSON value for programs, lines for people. */
export class Output {
  constructor(
    readonly json: boolean,
    private readonly write: (text: string) => void = (text) => void process.stdout.write(text),
  ) {}

  /** The result of a command: `lines` are only made where a person reads. */
  result(value: unknown, lines: () => readonly string[]): void {
    if (this.json) this.write(`${JSON.stringify(value, null, 2)}\n`);
    else for (const line of lines()) this.write(`${line}\n`);
  }
}
