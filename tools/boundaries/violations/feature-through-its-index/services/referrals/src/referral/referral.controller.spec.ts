import '../capacity/find-capacity.ts';
