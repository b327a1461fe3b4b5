"""An agent for google-adk's own server, whose model says what the message asks for and needs no network."""

from google.adk.agents import LlmAgent
from google.adk.models import BaseLlm, LlmResponse
from google.adk.tools import ToolContext
from google.genai import types


def add_title(text: str, tool_context: ToolContext) -> dict:
    """Puts a title on the timeline."""
    tool_context.state["draft"] = {"t": [{"tt": 7, "sg": [{"d": 3000, "m": {"text": text}}]}], "d": 3000, "m": {}}
    return {"status": "success"}


def said(*parts: types.Part, partial: bool | None = None) -> LlmResponse:
    return LlmResponse(content=types.Content(role="model", parts=list(parts)), partial=partial)


class ScriptedModel(BaseLlm):
    async def generate_content_async(self, llm_request, stream=False):
        last = llm_request.contents[-1].parts[-1]
        if last.function_response:
            text = llm_request.contents[-3].parts[-1].text or "" if len(llm_request.contents) > 2 else ""
            if "silent" not in text:
                yield said(types.Part(text="The title is there."))
            else:
                yield said()
        elif "title" in last.text:
            yield said(
                types.Part(text="Adding it."),
                types.Part(function_call=types.FunctionCall(name="add_title", args={"text": "Paradise\u2028Found\x1b[31m"})),
            )
        elif "silent" in last.text:
            yield said(types.Part(function_call=types.FunctionCall(name="add_title", args={"text": "Paradise"})))
        elif "boom" in last.text:
            if stream:
                yield said(types.Part(text="I am half "), partial=True)
            raise RuntimeError("the model is gone")
        else:
            text = "好的，樱花🌸。\u2028Once upon a time."
            if stream:
                for start in range(0, len(text), 5):
                    yield said(types.Part(text=text[start : start + 5]), partial=True)
            yield said(types.Part(text="hm", thought=True), types.Part(text=text))


root_agent = LlmAgent(name="nemo_agent", model=ScriptedModel(model="scripted"), tools=[add_title])
