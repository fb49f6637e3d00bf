import './servers.ts';
