/** simjs 2.0.3 exports nothing: it leaves its classes in `window.Sim` (see simjs-classes.ts). */
declare module 'simjs' {}
