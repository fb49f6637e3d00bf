import { describe, expect, it } from '@jest/globals';
import { readOptions, WrongOption } from './options.ts';

const messageOf = (...args: string[]) => {
  try {
    readOptions(args);
    return 'taken';
  } catch (error) {
    expect(error).toBeInstanceOf(WrongOption);
    return (error as Error).message;
  }
};

describe('the options of the demo', () => {
  it('leave to the county profile what nobody asked for', () => {
    expect(readOptions([])).toEqual({ help: false, seed: '1', fresh: false, exit: false });
  });

  it('are all read', () => {
    const args = [
      '--residents',
      '300',
      '--seed',
      'a b',
      '--month=2026-02',
      '--county',
      'deqing',
      '--fresh',
      '--exit',
      '--json',
      'f',
    ];
    expect(readOptions(args)).toEqual({
      help: false,
      residents: 300,
      seed: 'a b',
      month: '2026-02',
      county: 'deqing',
      fresh: true,
      exit: true,
      json: 'f',
    });
  });

  it.each([
    [['--resident', '5'], "Unknown option '--resident'"],
    [['stray'], "Unexpected argument 'stray'"],
    [['--residents'], '--residents <value>'],
    [['--residents', '0'], '--residents must be a whole number from 1'],
    [['--residents', '1e3'], '--residents must be a whole number'],
    [['--residents', '200001'], '--residents must be a whole number'],
    [['--month', '2026-13'], '--month must be a month'],
    [['--seed', ''], '--seed must not be empty'],
    [['--json='], '--json must not be empty'],
  ])('%j are refused in one line', (args, said) => {
    const message = messageOf(...args);
    expect(message).toContain(said);
    expect(message).toContain('--help');
    expect(message.split('\n')).toHaveLength(1);
  });
});
