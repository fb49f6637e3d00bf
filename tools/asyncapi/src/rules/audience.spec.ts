import { describe, expect, it } from '@jest/globals';
import { contractSigned, type EventDefinition, taskOpened } from '@yigongti/events';
import { audienceFaults } from './audience.ts';

const signed = contractSigned as EventDefinition;
const opened = taskOpened as EventDefinition;
const heardBy = (definition: EventDefinition, ...services: string[]) => ({
  byType: new Map([[definition.type, services as never[]]]),
  withoutList: [],
});

describe('the audience of an event', () => {
  it.each<[string, EventDefinition, ReturnType<typeof heardBy>, string[]]>([
    ['somebody listens', signed, heardBy(signed, 'referrals'), []],
    ['nobody listens and the file says why', opened, heardBy(signed), []],
    [
      'nobody listens and no reason is given',
      signed,
      heardBy(opened),
      ['contracts.contract.signed: nobody listens, and no reason is given (noConsumer)'],
    ],
    [
      'somebody listens against the reason given',
      opened,
      heardBy(opened, 'referrals'),
      [`public-health.task.opened: says "${opened.noConsumer}", but referrals listens`],
    ],
    [
      'the owner listens to itself',
      signed,
      heardBy(signed, 'contracts', 'referrals'),
      ['contracts.contract.signed: its owner listens to itself over Kafka'],
    ],
  ])('%s', (_, definition, subscribers, faults) => {
    expect(audienceFaults([definition], subscribers)).toEqual(faults);
  });
});
