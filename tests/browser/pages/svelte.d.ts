declare module '*.svelte' {
  const Request: import('svelte').Component;
  export { Request as default };
}
