import { hostProblems } from '../../problems/host-problems.ts';
import { Problem } from '../../problems/problem.ts';

/** Deeper than any DTO of ours; a bound against bodies made to exhaust the stack. */
const depthMax = 20;
/** Would reach Object's prototype in code that copies keys. */
const poisonousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * `JSON.parse` with what it lets pass refused: a key that stands twice (two readers would see two values), keys of the prototype, NUL
 * and lone surrogates (PostgreSQL stores neither), integers that a double cannot hold, and nesting without end.
 * @throws Problem `request.unreadable` with the reason, never the text
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable('not JSON');
  }
  new Scan(text).run();
  return value;
}

function unreadable(detail: string): Problem {
  return new Problem(hostProblems.unreadable, { detail });
}

/** Walks text that is known to be JSON. */
class Scan {
  /** Keys seen in each open object; null for an array. */
  readonly #open: (Set<string> | null)[] = [];
  #at = 0;

  constructor(private readonly text: string) {}

  run(): void {
    for (; this.#at < this.text.length; this.#at += 1) {
      const character = this.text[this.#at]!;
      if (character === '"') this.#string();
      else if (character === '{' || character === '[') this.#enter(character === '{' ? new Set() : null);
      else if (character === '}' || character === ']') this.#open.pop();
      else if (character === '-' || (character >= '0' && character <= '9')) this.#number();
    }
  }

  #enter(keys: Set<string> | null): void {
    this.#open.push(keys);
    if (this.#open.length > depthMax) throw unreadable('nested too deeply');
  }

  #string(): void {
    const from = this.#at;
    let escaped = false;
    for (this.#at += 1; this.text[this.#at] !== '"'; this.#at += 1) {
      if (this.text[this.#at] !== '\\') continue;
      escaped = true;
      this.#at += 1;
    }
    const raw = this.text.slice(from, this.#at + 1);
    const value = escaped ? (JSON.parse(raw) as string) : raw.slice(1, -1);
    if (escaped && (value.includes('\0') || /\p{Surrogate}/u.test(value))) throw unreadable('a character that cannot be stored');
    if (this.#isKey()) this.#key(value);
  }

  #isKey(): boolean {
    let next = this.#at + 1;
    while (' \t\r\n'.includes(this.text[next] ?? '"')) next += 1;
    return this.text[next] === ':';
  }

  #key(key: string): void {
    if (poisonousKeys.has(key)) throw unreadable('a forbidden key');
    const keys = this.#open.at(-1);
    if (keys?.has(key)) throw unreadable('a key stands twice');
    keys?.add(key);
  }

  #number(): void {
    const from = this.#at;
    while (/[-+.eE0-9]/.test(this.text[this.#at + 1] ?? '')) this.#at += 1;
    const digits = this.text.slice(from, this.#at + 1);
    if (digits.length > 15 && /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits))) {
      throw unreadable('an integer beyond 2^53');
    }
    if (!Number.isFinite(Number(digits))) throw unreadable('a number beyond all bounds');
  }
}
