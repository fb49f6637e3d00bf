import { z } from 'zod';

/** Section `registry` of the county profile: it describes what is loaded, the service itself judges by none of it. */
export const registryProfile = z.looseObject({});
