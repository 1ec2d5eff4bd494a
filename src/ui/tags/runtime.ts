/** What `inward/ui/react`, `/vue` and `/svelte` are at run time: nothing. They are types; a plain `import` of them works all the same. */
export {};
