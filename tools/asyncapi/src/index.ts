export { documentsOf } from './documents/documents.ts';
export { driftOf, writeDocuments } from './drift.ts';
export { readSubscribers, type Subscribers } from './subscriptions.ts';
