import { describe, expect, it } from '@jest/globals';
import { constructorFaults, fileSizeFaults, functionSizeFaults, longParameterLists } from './sizes.ts';

const lines = (count: number, line = 'x;') => `${line}\n`.repeat(count);
const bodyOf = (count: number) => `{\n${lines(count - 2)}}`;

describe('size of a file', () => {
  it.each([
    ['libs/kernel/src/money.ts', 300, []],
    ['libs/kernel/src/money.ts', 301, ['libs/kernel/src/money.ts: 301 lines, at most 300']],
    ['libs/kernel/src/money.spec.ts', 450, []],
    ['libs/kernel/src/money.spec.ts', 451, ['libs/kernel/src/money.spec.ts: 451 lines, at most 450']],
  ])('%s with %i lines', (path, count, faults) => {
    expect(fileSizeFaults(path, lines(count))).toEqual(faults);
  });
});

describe('size of a function', () => {
  it.each([
    ['a function', `function f() ${bodyOf(40)}`, `function f() ${bodyOf(41)}`, 'f'],
    ['a method', `class A {\n  f() ${bodyOf(40)}\n}`, `class A {\n  f() ${bodyOf(41)}\n}`, 'f'],
    ['an arrow function', `const f = (x) => ${bodyOf(40)};`, `const f = (x) => ${bodyOf(41)};`, 'f'],
    ['a constructor', `class A {\n  constructor() ${bodyOf(40)}\n}`, `class A {\n  constructor() ${bodyOf(41)}\n}`, 'new A'],
  ])('%s has at most 40 lines', (_, fits, tooLong, name) => {
    expect(functionSizeFaults('a.ts', fits)).toEqual([]);
    expect(functionSizeFaults('a.ts', tooLong)).toEqual([
      expect.stringMatching(`^a\\.ts:[12]: ${name} has 41 lines, at most 40$`),
    ]);
  });

  it('does not count decorators', () => {
    expect(functionSizeFaults('a.ts', `class A {\n  @Get({\n${lines(9, "    a: '',")}  })\n  f() ${bodyOf(40)}\n}`)).toEqual([]);
  });

  it('leaves the callbacks of a spec alone, and its named functions not', () => {
    const spec = `describe('a', () => ${bodyOf(60)});\nfunction f() ${bodyOf(41)}`;
    expect(functionSizeFaults('a.spec.ts', spec)).toEqual(['a.spec.ts:61: f has 41 lines, at most 40']);
    expect(functionSizeFaults('a.ts', spec)).toHaveLength(2);
    expect(functionSizeFaults('libs/messaging/test/broker.ts', `export function describeBroker() ${bodyOf(60)}`)).toEqual([]);
  });
});

describe('parameters', () => {
  it('of a constructor are at most five, injected ones included', () => {
    expect(constructorFaults('a.ts', 'class A { constructor(a, b, c, d, e) {} }')).toEqual([]);
    expect(constructorFaults('a.ts', 'class A { constructor(@Inject() a, b, c, d, e, f) {} }')).toEqual([
      'a.ts:1: new A takes 6, at most 5',
    ]);
  });

  it('of a function are at most three', () => {
    expect(longParameterLists('a.ts', 'function f(a, b, c) {}')).toEqual(new Map());
    expect(longParameterLists('a.ts', 'function f(a, b, c, d) {}')).toEqual(new Map([['a.ts#f', 4]]));
    expect(longParameterLists('a.ts', 'abstract class A { abstract f(a, b, c, d): void }')).toEqual(new Map([['a.ts#f', 4]]));
  });

  it('of a table in a spec are as many as the table has columns', () => {
    const table = "it.each(rows)('%s', (a, b, c, d) => {});";
    expect(longParameterLists('a.spec.ts', table)).toEqual(new Map());
    expect(longParameterLists('a.ts', table)).toEqual(new Map([['a.ts#anonymous', 4]]));
  });

  it('that open with the transaction are one more', () => {
    expect(longParameterLists('a.ts', 'class A { f(tx: Tx, b, c, d) {} }')).toEqual(new Map());
    expect(longParameterLists('a.ts', 'class A { f(a, tx: Tx, c, d) {} }')).toEqual(new Map([['a.ts#f', 4]]));
  });

  it('that a decorator fills are not counted', () => {
    expect(longParameterLists('a.ts', 'class A { f(@Param() a, @Body() b, @Headers() c, @Query() d) {} }')).toEqual(new Map());
  });
});
