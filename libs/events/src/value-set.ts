/** What a code means, for people: Chinese as in the regulation, and English. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** A closed set of codes. Codes are added only with a new version of every event that carries them. */
export type ValueSet = Readonly<Record<string, Label>>;

/** The codes of a value set, in the order in which it lists them. */
export function codesOf<S extends ValueSet>(set: S): [keyof S & string, ...(keyof S & string)[]] {
  return Object.keys(set) as [keyof S & string, ...(keyof S & string)[]];
}
