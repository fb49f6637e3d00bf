import './namespaced.ts';
