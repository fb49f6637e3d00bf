import { describe, expect, it } from '@jest/globals';
import { BrokerError } from '../broker.ts';
import { isTimeout, toBrokerError } from './broker-errors.ts';

const error = (name: string, rest: object = {}) => Object.assign(new Error('words'), { name, ...rest });

describe('an error of kafkajs', () => {
  it.each([
    ['retry', error('KafkaJSConnectionError', { retriable: true })],
    ['retry', error('KafkaJSProtocolError', { type: 'NOT_LEADER_FOR_PARTITION', retriable: true })],
    [
      'retry',
      error('KafkaJSNumberOfRetriesExceeded', { retriable: false, cause: error('KafkaJSConnectionError', { retriable: true }) }),
    ],
    ['rebuild', error('KafkaJSNonRetriableError', { retriable: false })],
    ['rebuild', error('TypeError')],
    ['fatal', error('KafkaJSProtocolError', { type: 'TOPIC_AUTHORIZATION_FAILED', retriable: false })],
    ['fatal', error('KafkaJSSASLAuthenticationError', { retriable: false })],
    ['poison', error('KafkaJSProtocolError', { type: 'MESSAGE_TOO_LARGE', retriable: false })],
  ])('asks for %s', (errorClass, seen) => {
    expect(toBrokerError(seen)).toMatchObject({ name: 'BrokerError', errorClass });
  });

  it('that is mapped already stays as it is', () => {
    const mapped = new BrokerError('poison', 'words');
    expect(toBrokerError(mapped)).toBe(mapped);
  });

  it('is a timeout also behind a wrapper', () => {
    const cause = error('KafkaJSRequestTimeoutError');
    expect([isTimeout(error('KafkaJSNumberOfRetriesExceeded', { cause })), isTimeout(error('KafkaJSConnectionError'))]).toEqual([
      true,
      false,
    ]);
  });
});
