import { expect, it } from '@jest/globals';
import { createLog, standardOutput } from './log.ts';

it('outlives a disk that is full', () => {
  const log = createLog({ level: 'info', service: 'contracts', destination: standardOutput('/dev/full') });
  expect(() => {
    log.info('one');
    log.info('two');
  }).not.toThrow();
});
