import './forgotten.ts';
