export * from './access-faults.ts';
export * from './generated-input.ts';
export * from './start-test-service.ts';
export * from './test-client.ts';
export * from './test-tokens.ts';
