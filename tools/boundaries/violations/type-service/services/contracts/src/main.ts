import '../../registry/src/institution/find-institutions.ts';
