/** Version of the package this page was built with; set by vite.config.ts. */
declare const __INWARD_VERSION__: string;
