/** Port: the section of the county profile that this service owns, checked by its own schema at boot. */
export abstract class Profile<Section> {
  /** County and version of the file, `changle-2026.1`: stands in every result that used it. */
  abstract readonly version: string;
  abstract readonly section: Section;
}
