import '../capacity/index.ts';
import '../capacity/find-capacity.ts';
