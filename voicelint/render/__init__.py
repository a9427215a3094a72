"""Reports as people and programs want them: one module a form, text out, nothing decided."""
