export { announce } from './commands/start.ts';
export type { LocalClient } from './issuer/local-client.ts';
export { launchTestServers, type LaunchedServers } from './test-servers/launch-test-servers.ts';
export { Interrupted, openStack, type OpenStack } from './stack/open-stack.ts';
export { defaultCounty, NotPossible, type StackOptions } from './stack/stack-plan.ts';
export { findStack, type FoundStack, type StackFile } from './state/stack-file.ts';
export { serviceParts, type ServicePart } from './stack/parts.ts';
export { pad, Say, widthOf } from './terminal/say.ts';
