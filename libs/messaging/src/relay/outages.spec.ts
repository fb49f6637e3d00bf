import { describe, expect, it } from '@jest/globals';
import { RecordingLog } from '../../test/recording-log.ts';
import { BrokerError } from '../broker/broker.ts';
import { Outages } from './outages.ts';

describe('an outage', () => {
  it('is said once, and its end once', () => {
    const log = new RecordingLog();
    const outages = new Outages(log);
    outages.over('broker');
    for (let lane = 0; lane < 4; lane += 1) outages.began('broker', new BrokerError('retry', 'away'));
    outages.began('leases', new Error('away'));
    for (let lane = 0; lane < 4; lane += 1) outages.over('broker');
    expect(log.lines).toEqual(['warn the relay waits', 'warn the relay waits', 'info the relay goes on']);
  });

  it('calls an operator once when waiting will not help', () => {
    const log = new RecordingLog();
    const outages = new Outages(log);
    outages.began('broker', new BrokerError('retry', 'away'));
    outages.began('broker', new BrokerError('fatal', 'no rights'));
    outages.began('broker', new BrokerError('retry', 'away'));
    outages.began('broker', new BrokerError('fatal', 'no rights'));
    expect(log.lines).toEqual(['warn the relay waits', 'error the relay cannot publish until an operator acts']);
  });
});
