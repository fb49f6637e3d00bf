import '../../reporting/src/index.ts';
import '@yigongti/cache';
