// A refused form speaks first.
document.querySelector('.validation-summary')?.focus();
