using System.Text;
using CampaignEngine.Grains.Participants;

namespace CampaignEngine.Grains.Tests.Participants;

public class MinifiedJsonTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" { } ", "{}")]
    [InlineData("\t{\r\n}\n", "{}")]
    [InlineData("""{ "a" : 1 , "b" : [ 1 , 2 ] }""", """{"a":1,"b":[1,2]}""")]
    [InlineData("""{ "a" : { "b" : { "c" : [ { } , [ ] ] } } }""", """{"a":{"b":{"c":[{},[]]}}}""")]
    [InlineData("""{ "a b" : "c  d" }""", """{"a b":"c  d"}""")]
    [InlineData("""{ "a" : "\" x" , "b" : 1 }""", """{"a":"\" x","b":1}""")]
    [InlineData("""{ "a" : "\\" , "b" : " " }""", """{"a":"\\","b":" "}""")]
    [InlineData("""{ "a" : "\\\" , " , "b" : "\\\\" }""", """{"a":"\\\" , ","b":"\\\\"}""")]
    [InlineData("""{ "a" : "\u0022 \/ \n" }""", """{"a":"\u0022 \/ \n"}""")]
    [InlineData("""{ "a" : -1.50e+3 , "b" : true , "c" : null }""", """{"a":-1.50e+3,"b":true,"c":null}""")]
    [InlineData("{ \"größe\" : \"\u00a0\u3000 😀\" }", "{\"größe\":\"\u00a0\u3000 😀\"}")] // White space, but not JSON's.
    [InlineData("", "")]
    public void Only_white_space_between_tokens_goes(string json, string expected)
    {
        var to = new byte[Encoding.UTF8.GetByteCount(json)];

        var written = MinifiedJson.Write(Encoding.UTF8.GetBytes(json), to);

        Assert.Equal(expected, Encoding.UTF8.GetString(to, 0, written));
        Assert.Equal(written, MinifiedJson.Write(to.AsSpan(0, written), new byte[written]));
    }
}
