/** The port stands in `database`, where use cases may import it from. */
export type { ImportLine, LineImport, LineOutcome } from '@yigongti/database';
