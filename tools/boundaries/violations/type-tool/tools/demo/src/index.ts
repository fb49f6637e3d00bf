import '../../../services/registry/src/consumers.ts';
import '../../../services/registry/src/main.ts';
import '@yigongti/tool-counties';
