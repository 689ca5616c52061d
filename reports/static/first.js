"use strict";
// Before anything is drawn: with scripts one view shows at a time, without them all of them.
document.documentElement.classList.remove("no-script");
