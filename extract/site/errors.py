"""What happens when an address leads nowhere: the page is `templates/404.html`."""

from __future__ import annotations

from datasette import handle_exception


def keep_short() -> None:
    """Keep Datasette from printing every variable of every frame where a page is not found.

    It does where rich is installed, as it is with us. To draw that takes seconds, during which
    nobody is answered, for each mistyped address; and it puts what readers asked into the log. A
    fault of the program (500) still has its traceback.
    """
    handle_exception.rich = None
