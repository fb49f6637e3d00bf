/** Characters of a value on the page; what is longer is told by its size. */
const widthMax = 800;

/** A value in one line of a table: lists by commas, records by their keys, a dash for nothing. */
export function shownValue(value: unknown): string {
  const text = shown(value);
  if (text.length <= widthMax) return text;
  return Array.isArray(value)
    ? `${value.length} entries: ${value.map(headOf).join(', ')}`
    : `${Object.keys(value as object).length} entries`;
}

/** What an entry of a long list is called by. */
function headOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return shown(entry);
  const { code, nameEn, serial } = entry as Record<string, unknown>;
  return shown(code ?? nameEn ?? serial ?? Object.values(entry)[0]);
}

function shown(value: unknown): string {
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shown).join(value.some(isObject) ? '; ' : ', ');
  if (!isObject(value)) return String(value).replaceAll('|', '\\|');
  return Object.entries(value)
    .map(([key, child]) => `${key} ${isObject(child) ? `(${shown(child)})` : shown(child)}`)
    .join(', ');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
