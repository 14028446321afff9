"""An expert's way by the keyboard: from a list to the place where the opinion is written."""
import re


def wait_for(page, script):
    """Until that script of the page listens: a key that is pressed before is nobody's. It is loaded once, so that waiting
    for it changes nothing."""
    page.evaluate(
        "name => import(document.querySelector('script[type=module]').src.replace('main.js', name))", script)


def open_first(page):
    """The first demand of the list."""
    wait_for(page, "worklist.js")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/demandes/[^/?]+$"))


def take(page):
    """The demand that is open."""
    wait_for(page, "demand-keys.js")
    page.keyboard.press("p")
    page.wait_for_url(re.compile(r"repondre\?fait=prendre"))
    wait_for(page, "answer.js")
